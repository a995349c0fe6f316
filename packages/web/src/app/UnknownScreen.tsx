import { Link } from '@tanstack/react-router';
import { EmptyState } from '../components/EmptyState.tsx';
import { Screen } from '../components/Screen.tsx';

/** An address under which no screen stands. */
export function UnknownScreen() {
  return (
    <Screen>
      <EmptyState
        height={320}
        action={
          <Link to="/overview" search className="text-link">
            Go to the overview
          </Link>
        }
      >
        No screen stands under this address.
      </EmptyState>
    </Screen>
  );
}
