import type { Inspection, Mapping, Role, RuleId } from '@clientele/contracts';
import { useElementSize } from '@mantine/hooks';
import { useRef } from 'react';
import { FigureFrame } from '../../../components/FigureFrame.tsx';
import { formatsFor } from '../../../lib/formats-for.ts';
import { useText } from '../../../lib/use-text.ts';
import { useColumnsInSight } from '../hooks/use-columns-in-sight.ts';
import classes from './ColumnTable.module.css';
import { columnFact, columnFinding, columnWidth, idRoles } from './column-layout.ts';
import { RoleMenu } from './RoleMenu.tsx';

export interface ColumnTableProps {
  inspection: Inspection;
  /** As asked for; the inspection follows. */
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
}

const lineWidth = 64;
/** Columns may be squeezed to this share of their width where then all fit. */
const closest = 0.94;

/** The first rows of the file under the roles of its columns. Of a wide file only the columns in sight are drawn. */
export function ColumnTable({ inspection, mapping, onMapping }: ColumnTableProps) {
  const text = useText();
  const ruleInText = (rule: RuleId) => text(`rule.${rule}.inText`);
  const { columns, preview, guesses, features, ledger } = inspection;
  const scroll = useRef<HTMLDivElement>(null);
  const { ref: measure, width } = useElementSize();
  const roleOf = new Map(Object.entries(mapping.roles).map(([role, column]) => [column, role as Role]));
  const natural = columns.map((column, index) =>
    columnWidth(column, roleOf.get(column.name) ?? null, index, preview, text),
  );
  const total = natural.reduce((sum, one) => sum + one, 0);
  const fit = (width - lineWidth) / Math.max(1, total);
  const stretch = fit < closest ? 1 : fit;
  const widths = natural.map((one) => Math.floor(one * stretch));
  const { shown, before, after } = useColumnsInSight(widths, scroll);
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const formats = formatsFor(mapping.currency);
  const offered = new Set(features.map(({ name }) => name));

  const play = (column: string, role: Role | null) => {
    const others = Object.entries(mapping.roles).filter(([other, player]) => player !== column && other !== role);
    onMapping({ ...mapping, roles: { ...Object.fromEntries(others), ...(role !== null && { [role]: column }) } });
  };
  const isRight = (index: number) => {
    const column = columns[index];
    const role = column === undefined ? undefined : roleOf.get(column.name);
    return column?.type === 'number' && (role === undefined || !idRoles.has(role));
  };
  const isStruck = ledger !== null && preview.some(({ removedBy }) => removedBy !== null);

  return (
    <FigureFrame
      title={columnFinding(inspection, text)}
      subtitle={text(isStruck ? 'columns.subtitleStruck' : 'columns.subtitle')}
      className={classes.figure}
    >
      <div ref={measure}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
        <section ref={scroll} className={classes.scroll} aria-label={text('columns.first')} tabIndex={0}>
          <table
            className={classes.table}
            style={{ width: lineWidth + whole }}
            aria-colcount={columns.length + 1}
            aria-label={text('columns.first')}
          >
            <colgroup>
              <col style={{ width: lineWidth }} />
              <col style={{ width: before }} />
              {shown.map((index) => (
                <col key={index} style={{ width: widths[index] }} />
              ))}
              <col style={{ width: after }} />
            </colgroup>
            <thead>
              <tr>
                <th scope="col" className={classes.line}>
                  {text('columns.line')}
                </th>
                <td className={classes.spacer} />
                {shown.map((index) => {
                  const column = columns[index];
                  if (column === undefined) return null;
                  return (
                    <th
                      key={index}
                      scope="col"
                      data-align={isRight(index) ? 'right' : 'left'}
                      aria-colindex={index + 2}
                    >
                      <RoleMenu
                        column={column.name}
                        role={roleOf.get(column.name) ?? null}
                        guess={guesses.find((guess) => guess.column === column.name) ?? null}
                        mapping={mapping}
                        currencySign={formats.currencySign}
                        isFeature={mapping.kind === 'customers' && offered.has(column.name)}
                        onChange={(role) => play(column.name, role)}
                      />
                      <span className={classes.name} title={column.name}>
                        {column.name}
                      </span>
                      <span className={classes.fact}>{columnFact(column, roleOf.get(column.name) ?? null, text)}</span>
                    </th>
                  );
                })}
                <td className={classes.spacer} />
              </tr>
            </thead>
            <tbody>
              {preview.map(({ line, cells, removedBy, faults }) => (
                <tr
                  key={line}
                  data-removed={removedBy !== null || undefined}
                  title={removedBy === null ? undefined : text('columns.leftOut', { rule: ruleInText(removedBy) })}
                >
                  <th scope="row" className={classes.line}>
                    {formats.count(line)}
                    {removedBy !== null && (
                      <span className="hidden-visually">
                        {text('columns.lineLeftOut', { rule: ruleInText(removedBy) })}
                      </span>
                    )}
                  </th>
                  <td className={classes.spacer} />
                  {shown.map((index) => {
                    const cell = cells[index];
                    const isFault = faults.length < cells.length && faults.includes(index);
                    const isEmpty = cell === null || cell === undefined || cell === '';
                    return (
                      <td
                        key={index}
                        data-align={isRight(index) ? 'right' : 'left'}
                        data-fault={isFault || undefined}
                        data-empty={isEmpty || undefined}
                        title={cell ?? undefined}
                        aria-colindex={index + 2}
                      >
                        {isEmpty ? (isFault ? text('columns.emptyCell') : '–') : cell}
                      </td>
                    );
                  })}
                  <td className={classes.spacer} />
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </FigureFrame>
  );
}
