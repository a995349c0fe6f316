import { Button } from '@mantine/core';
import { IconLasso } from '@tabler/icons-react';
import { useText } from '../../../lib/use-text.ts';
import type { LassoState } from '../hooks/use-lasso.ts';

export interface LassoButtonProps {
  lasso: Pick<LassoState, 'isDrawing' | 'flip'>;
  /** False where there is no plane to draw on. */
  isAvailable: boolean;
}

/** Begins to draw around customers, or ends it. */
export function LassoButton({ lasso, isAvailable }: LassoButtonProps) {
  const text = useText();
  return (
    <Button
      className="compact"
      variant={lasso.isDrawing ? 'filled' : 'default'}
      leftSection={<IconLasso size={16} stroke={1.7} aria-hidden="true" />}
      aria-pressed={lasso.isDrawing}
      disabled={!isAvailable}
      onClick={lasso.flip}
    >
      {text('lasso.button')}
    </Button>
  );
}
