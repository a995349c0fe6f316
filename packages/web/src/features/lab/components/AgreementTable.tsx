import type { FigureContext } from '@clientele/charts';
import type { Stability } from '@clientele/contracts';
import { useMemo } from 'react';
import { FigureFrame } from '../../../components/FigureFrame.tsx';
import { HelpButton } from '../../../components/HelpButton.tsx';
import { StatTable } from '../../../components/StatTable.tsx';
import { agreementTable } from '../hooks/agreement-table.ts';

/** How far other seeds and other methods agree; nothing where none was tried. */
export function AgreementTable({ stability, context }: { stability: Stability; context: FigureContext }) {
  const { text } = context;
  const table = useMemo(() => agreementTable(stability, context), [stability, context]);
  if (table.rows.length === 0) return null;
  const title = text('agreement.title');
  return (
    <FigureFrame
      title={title}
      subtitle={text('agreement.subtitle')}
      actions={<HelpButton of={title} help={text('agreement.help')} />}
    >
      <StatTable table={table} label={title} density={22} />
    </FigureFrame>
  );
}
