/** The mark of Clientele: a ring in three parts. */
export function Wordmark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill="none" strokeWidth="4" aria-hidden="true">
      <path d="M10.8 3.04A7 7 0 0 1 10.8 16.96" stroke="var(--ink)" />
      <path d="M9.2 16.96A7 7 0 0 1 3.1 8.9" stroke="var(--measure-2)" />
      <path d="M3.5 7.3A7 7 0 0 1 9.2 3.04" stroke="var(--quiet)" />
    </svg>
  );
}
