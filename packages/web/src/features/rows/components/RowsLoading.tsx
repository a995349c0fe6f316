import { Block } from '../../../components/Block.tsx';

/** The table while it is on its way. */
export function RowsLoading() {
  return <Block height="calc(100dvh - 220px)" />;
}
