import { Block } from '../components/Block.tsx';
import { Screen } from '../components/Screen.tsx';

/** Stands until the code of a screen is there. */
export function ScreenLoading() {
  return (
    <Screen>
      <div style={{ height: 52 }} />
      <Block height={320} />
    </Screen>
  );
}
