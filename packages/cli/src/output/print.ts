/** Writes to stdout and waits until it is taken, so that a pipe gets all of it before the process ends. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

/** One JSON document on stdout and nothing else. */
export function printJson(value: unknown): Promise<void> {
  return print(JSON.stringify(value, null, 2));
}

/** A note for the user beside the result. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
