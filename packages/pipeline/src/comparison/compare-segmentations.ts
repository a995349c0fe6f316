import { ClienteleError, type Comparison } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { Members } from '../data-table.ts';
import { compareCounts, type Overlap } from './compare-counts.ts';

/** One of the segmentations that are compared. */
export interface ComparedSide extends Pick<Comparison['first'], 'id' | 'name' | 'method' | 'segments'> {
  /** One row a customer that it knows; no segment: null. */
  members: Members;
}

/** A table for more could neither be read nor be worked out at once. */
const mostSegments = 500;

/**
 * Two segmentations side by side, joined by customer id. A customer that a table repeats counts once, in the first of its segments.
 * Throws `unsupported` for more than 500 segments.
 */
export async function compareSegmentations(
  session: Session,
  first: ComparedSide,
  second: ComparedSide,
): Promise<Comparison> {
  for (const { name, segments } of [first, second]) refuseTooMany(name, segments.length);
  return compareCounts(withoutMembers(first), withoutMembers(second), await overlapOf(session, first, second));
}

/** @throws ClienteleError `unsupported` */
export function refuseTooMany(name: string, segments: number): void {
  if (segments <= mostSegments) return;
  throw new ClienteleError(
    'unsupported',
    `${name} has ${segments.toLocaleString('en-GB')} segments, and at most ${mostSegments} can be compared; compare one with fewer.`,
    { segments },
  );
}

function withoutMembers({ id, name, method, segments }: ComparedSide): Comparison['first'] {
  return { id, name, method, segments };
}

/** One pass over both tables: the engine never holds more than a row a customer, and gives a row a pair of segments. */
async function overlapOf(session: Session, first: ComparedSide, second: ComparedSide): Promise<Overlap[]> {
  const table = ({ members }: ComparedSide) => session.quoteIdentifier(members.table);
  const rows = await session.rows(
    `select first, second, count(*) as customers from (
       select customer, min(first) as first, min(second) as second from (
         select customer, case when segment >= 0 then segment else $1 end as first, null as second from ${table(first)}
         union all
         select customer, null, case when segment >= 0 then segment else $2 end from ${table(second)})
       group by customer)
     group by first, second`,
    [first.segments.length, second.segments.length],
  );
  const place = (value: unknown) => (value === null ? null : Number(value));
  return rows.map((row) => ({
    first: place(row.first),
    second: place(row.second),
    customers: Number(row.customers),
  }));
}
