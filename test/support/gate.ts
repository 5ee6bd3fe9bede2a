export type Gate = { readonly opened: Promise<void>; readonly open: () => void };

/** Something to wait for until the test opens it. */
export function gate(): Gate {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
