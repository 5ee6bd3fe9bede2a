/** A list of packages that cannot be read as one: an answer about the list, the rest of the guest is still read. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';
}
