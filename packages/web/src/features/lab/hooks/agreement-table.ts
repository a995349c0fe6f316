import type { FigureContext, FigureTable } from '@clientele/charts';
import type { Stability } from '@clientele/contracts';

/** How far other seeds and other methods put the same customers together. */
export function agreementTable(
  { seeds, methods }: Pick<Stability, 'seeds' | 'methods'>,
  { formats, text }: Pick<FigureContext, 'formats' | 'text'>,
): FigureTable {
  const index = (value: number | null) => ({ text: value === null ? '\u2013' : formats.fixed(value, 2), value });
  const row = (name: string, ari: number, ami: number | null) => ({
    with: { text: name, value: name },
    ari: index(ari),
    ami: index(ami),
  });
  return {
    columns: [
      { key: 'with', label: text('agreement.with'), align: 'left' },
      { key: 'ari', label: text('agreement.ari'), align: 'right' },
      { key: 'ami', label: text('agreement.ami'), align: 'right' },
    ],
    rows: [
      ...(seeds === null
        ? []
        : [row(text('agreement.seeds', { n: seeds.runs, lowest: formats.fixed(seeds.lowest, 2) }), seeds.ari, null)]),
      ...methods.map(({ method, k, ari, ami }) =>
        row(text('agreement.method', { method: text(`method.${method}.label`), k: formats.count(k) }), ari, ami),
      ),
    ],
  };
}
