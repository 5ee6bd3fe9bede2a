/** How the terminal shows what happens: live on a terminal, line by line elsewhere. */
export type View = {
  /** Shows `title` while the work runs, with the lines it reports, and how it ended. A rejection is shown and passed on. */
  readonly step: <T>(title: string, work: (report: Report) => Promise<T>) => Promise<T>;
  /** Lines that stay. */
  readonly note: (...lines: readonly string[]) => void;
};

/** What the work is at; each call replaces the lines of the one before. */
export type Report = (...lines: readonly string[]) => void;
