import { Block } from '../../../components/Block.tsx';

/** The layout while the numbers are on their way. */
export function SegmentsLoading() {
  return (
    <div style={{ display: 'grid', gap: 24, paddingTop: 16 }}>
      <Block height={360} />
      <Block height={280} />
    </div>
  );
}
