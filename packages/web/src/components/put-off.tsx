import {
  type ComponentType,
  cloneElement,
  createContext,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';

type Overlays = typeof import('./overlays.ts');

let loading: Promise<Overlays> | undefined;
const load = () => {
  loading ??= import('./overlays.ts');
  return loading;
};

interface Place {
  /** Null until it is opened for the first time. */
  overlays: Overlays | null;
  isOpen: boolean;
  /** Absent where whoever uses it opens and closes it. */
  flip: (() => void) | undefined;
  target: RefObject<HTMLElement | null>;
}

const PlaceContext = createContext<Place | null>(null);

function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (place === null) throw new Error('A part of a menu stands outside of its menu');
  return place;
}

export interface PutOffProps {
  opened?: boolean;
  onChange?: (opened: boolean) => void;
  children: ReactNode;
}

/** Something that opens over the page. What places and fills it is loaded when one of them is opened for the first time. */
export function PutOff<Props extends PutOffProps>({
  of,
  ...props
}: Props & { of: (overlays: Overlays) => ComponentType<PutOffProps> }) {
  const { opened, onChange, children } = props;
  const [own, setOwn] = useState(false);
  const [overlays, setOverlays] = useState<Overlays | null>(null);
  const [isReady, setReady] = useState(false);
  const target = useRef<HTMLElement | null>(null);
  const isOpen = opened ?? own;

  useEffect(() => {
    if (isOpen && overlays === null) void load().then(setOverlays);
  }, [isOpen, overlays]);
  // The button has been drawn anew: it gets the focus back before the panel takes it, so that it also returns there.
  useEffect(() => {
    if (overlays === null) return;
    target.current?.focus();
    setReady(true);
  }, [overlays]);

  const place = { overlays, isOpen, flip: opened === undefined ? () => setOwn(!own) : undefined, target };
  if (overlays === null) return <PlaceContext value={place}>{children}</PlaceContext>;
  const Real = of(overlays);
  const change = (next: boolean) => {
    setOwn(next);
    onChange?.(next);
  };
  return (
    <PlaceContext value={place}>
      <Real {...props} opened={isReady && isOpen} onChange={change} />
    </PlaceContext>
  );
}

interface TargetProps {
  ref?: RefObject<HTMLElement | null>;
  onClick?: (...event: never[]) => void;
  onPointerEnter?: (...event: never[]) => void;
}

/** The button. `flips` where the real target leaves it to the button to open what is controlled. */
export function PutOffTarget({
  of,
  flips,
  popup,
  children,
}: {
  of: (overlays: Overlays) => ComponentType<{ children: ReactElement }>;
  flips: boolean;
  popup: 'menu' | 'dialog';
  children: ReactElement<TargetProps & Record<string, unknown>>;
}) {
  const { overlays, isOpen, flip, target } = usePlace();
  const { onClick, onPointerEnter } = children.props;
  const open = (...event: never[]) => {
    onClick?.(...event);
    flip?.();
  };
  if (overlays === null)
    return cloneElement(children, {
      onClick: open,
      onPointerEnter: (...event: never[]) => {
        onPointerEnter?.(...event);
        void load();
      },
      'aria-haspopup': popup,
      'aria-expanded': isOpen,
    });
  const Real = of(overlays);
  return <Real>{cloneElement(children, { ref: target, ...(flips && flip !== undefined && { onClick: open }) })}</Real>;
}

/** A part that is there only while the real one is. */
export function putOff<Props extends object>(of: (overlays: Overlays) => ComponentType<Props>) {
  return function Part(props: Props) {
    const { overlays } = usePlace();
    if (overlays === null) return null;
    const Real = of(overlays);
    return <Real {...props} />;
  };
}
