/**
 * The server's words when it will never take this mail for this recipient: a 5xx answer to the recipient or to
 * the content. Every other failure (greylisting, a wrong password, a refused sender, a lost line) may pass.
 */
export function permanentRefusal(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { responseCode, command, response } = error as Error & SmtpFailure;
  const isFinal = responseCode !== undefined && responseCode >= 500 && responseCode <= 599;
  if (!isFinal || !(command === 'RCPT TO' || command === 'DATA')) return undefined;
  return (response ?? error.message).replace(/\s+/g, ' ').slice(0, 200);
}

type SmtpFailure = { readonly responseCode?: number; readonly command?: string; readonly response?: string };
