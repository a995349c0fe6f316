import { Block } from '../../../components/Block.tsx';

/** The list while it is on its way. */
export function ListLoading() {
  return <Block height="calc(100dvh - 220px)" />;
}
