import { Link } from '@tanstack/react-router';
import { EmptyState } from '../components/EmptyState.tsx';
import { Screen } from '../components/Screen.tsx';
import { useText } from '../lib/use-text.ts';

/** An address under which no screen stands. */
export function UnknownScreen() {
  const text = useText();
  return (
    <Screen>
      <EmptyState
        height={320}
        action={
          <Link to="/overview" search className="text-link">
            {text('parts.toOverview')}
          </Link>
        }
      >
        {text('parts.noScreen')}
      </EmptyState>
    </Screen>
  );
}
