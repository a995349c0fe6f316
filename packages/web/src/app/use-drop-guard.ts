import { useEffect } from 'react';

/** A file dropped where no screen takes one would replace the app in its tab: it is let fall. A screen that takes files listens after this. */
export function useDropGuard(): void {
  useEffect(() => {
    const refuse = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    };
    window.addEventListener('dragover', refuse, { capture: true });
    window.addEventListener('drop', refuse, { capture: true });
    return () => {
      window.removeEventListener('dragover', refuse, { capture: true });
      window.removeEventListener('drop', refuse, { capture: true });
    };
  }, []);
}
