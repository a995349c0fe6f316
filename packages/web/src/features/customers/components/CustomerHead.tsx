import { capitalised } from '@clientele/charts';
import type { CustomerDetail } from '@clientele/contracts';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { StabilityMark } from '../../../components/StabilityMark.tsx';
import { readSearch, type Search } from '../../../lib/search-params.ts';
import { useDoubt } from '../../../lib/use-doubt.ts';
import { useFormats } from '../../../lib/use-formats.ts';
import { useSegmentation } from '../../../lib/use-segmentation.ts';
import { useText } from '../../../lib/use-text.ts';
import classes from './CustomerHead.module.css';

/** Who it is: id, country, since when, the segment; and the way back to all. */
export function CustomerHead({ id, customer }: { id: string; customer: CustomerDetail | null }) {
  const formats = useFormats();
  const text = useText();
  const { names } = useSegmentation();
  const doubtOf = useDoubt();
  const segment = customer?.segment ?? null;
  const facts = [
    ...(customer?.country == null ? [] : [customer.country]),
    ...(customer?.firstOrder == null ? [] : [text('customers.since', { date: formats.date(customer.firstOrder) })]),
  ].join(', ');
  return (
    <header className={classes.head}>
      <Link
        to="/customers"
        search={(previous: Search) => readSearch({ ...previous, customer: undefined })}
        className={classes.back}
      >
        <IconArrowLeft size={18} stroke={1.7} aria-hidden="true" />
        <span>{text('common.allCustomers')}</span>
      </Link>
      <div className={classes.who}>
        <h1>{id}</h1>
        <p>{capitalised(facts)}</p>
      </div>
      {customer !== null && names.length > 0 && (segment === null || segment < 0) && (
        <span className={classes.chip}>
          <SegmentDot segment={-1} />
          {text('common.noSegment')}
        </span>
      )}
      {segment !== null && segment >= 0 && (
        <Link
          to="/segments"
          search={(previous: Search) => readSearch({ ...previous, customer: undefined, segments: [segment] })}
          className={classes.chip}
          aria-label={text('customers.segment', { name: names[segment] ?? segment })}
        >
          <SegmentDot segment={segment} />
          {names[segment] ?? text('customers.segment', { name: segment })}
        </Link>
      )}
      <StabilityMark doubt={doubtOf(segment)} size={16} />
    </header>
  );
}
