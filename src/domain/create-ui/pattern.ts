/** A pattern as the portal reads it; undefined where it is none. */
export function isPattern(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Whether a pattern says how long something may be, e.g. `{12,}`. */
export function limitsLength(source: string): boolean {
  return /(?<!\\)\{\d+(?:,\d*)?\}/.test(source);
}

/**
 * The least number of characters that a valid pattern accepts. A look-ahead counts where it asks for more than what
 * follows it; a back-reference counts nothing.
 */
export function leastLength(source: string): number {
  return new Measure(source).alternatives();
}

class Measure {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  alternatives(): number {
    let least = this.#sequence();
    while (this.#take('|')) least = Math.min(least, this.#sequence());
    return least;
  }

  /** Look-aheads ask something of everything from where they stand. */
  #sequence(): number {
    const asked: { readonly from: number; readonly length: number }[] = [];
    let length = 0;
    while (this.#at < this.#source.length && !'|)'.includes(this.#source.charAt(this.#at))) {
      const term = this.#term();
      if (term.isLookAhead) asked.push({ from: length, length: term.length });
      else length += term.length;
    }
    return Math.max(length, ...asked.map((each) => each.from + each.length));
  }

  #term(): { readonly isLookAhead: boolean; readonly length: number } {
    const look = this.#match(/\(\?(?:([=!])|<([=!]))/y);
    if (look !== undefined) {
      const length = this.alternatives();
      this.#take(')');
      return look === '(?=' ? { isLookAhead: true, length } : { isLookAhead: false, length: 0 };
    }
    const length = this.#atom();
    return { isLookAhead: false, length: length * this.#repeats() };
  }

  #atom(): number {
    if (this.#match(/\((?:\?(?::|<[A-Za-z_$][\w$]*>))?/y) !== undefined) {
      const length = this.alternatives();
      this.#take(')');
      return length;
    }
    if (this.#match(/[$^]|\\[bB]|\\[1-9]\d*|\\k<[^>]*>/y) !== undefined) return 0;
    if (this.#match(/\[(?:[^\]\\]|\\[^])*\]/y) !== undefined) return 1;
    if (this.#match(/\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[^])/y) !== undefined) return 1;
    this.#at += 1;
    return 1;
  }

  #repeats(): number {
    const found = this.#match(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
    if (found === undefined || found.startsWith('+')) return 1;
    return found.startsWith('{') ? Number.parseInt(found.slice(1), 10) : 0;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #take(sign: string): boolean {
    if (this.#source.charAt(this.#at) !== sign) return false;
    this.#at += 1;
    return true;
  }
}
