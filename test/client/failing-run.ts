/** Stands in for a publication in which every workflow task fails, as after a faulty deployment. */
export function publication(): Promise<never> {
  return Promise.reject(new Error('every worker fails in this run'));
}
