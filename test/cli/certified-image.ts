import { runOffer } from '../support/run-offer';

type Answer = {
  readonly verdict: string;
  readonly bytes: number;
  readonly beyondHash: { readonly reads: number; readonly bytes: number };
  readonly findings: readonly { readonly ruleId: string; readonly severity: string }[];
  readonly tests: readonly {
    readonly ruleId: string;
    readonly aliases: readonly string[];
    readonly result: string;
    readonly expected?: string;
    readonly actual?: string;
  }[];
};

/** `offer certify image` in a folder, giving up on storage after two tries. */
export async function certifyImage(folder: string, words: readonly string[]) {
  const { exitCode, stdout, stderr } = await runOffer(
    ['certify', 'image', ...words],
    {},
    { workFolder: folder, pace: { tries: 2, firstPauseMs: 1, longestPauseMs: 1 } },
  );
  return {
    exitCode,
    stdout,
    stderr,
    answer: words.includes('--json') ? (JSON.parse(stdout) as Answer) : undefined,
  };
}
