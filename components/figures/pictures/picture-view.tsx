// A square picture with a frame over some of its pixels, which the reader moves by pointer or with the arrow keys.

interface Props {
  readonly label: string;
  /** Where the frame is, in words. */
  readonly place: string;
  readonly address: string;
  /** Pixels a side. */
  readonly size: number;
  readonly row: number;
  readonly column: number;
  /** How many pixels the frame reaches to each side of its middle. */
  readonly reach: number;
  readonly class?: string;
  readonly onMove: (row: number, column: number) => void;
}

export function PictureView(props: Props) {
  const { label, place, address, size, row, column, reach, onMove } = props;
  const follow = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    onMove(
      Math.floor(((event.clientY - box.top) / box.height) * size),
      Math.floor(((event.clientX - box.left) / box.width) * size),
    );
  };
  return (
    <div>
      <p class="window-label" aria-hidden="true">
        {label}
      </p>
      <div
        class="kernel-view"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={size * size - 1}
        aria-valuenow={row * size + column}
        aria-valuetext={place}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          follow(event);
        }}
        onPointerMove={(event) => {
          if (event.pointerType === 'mouse' || event.buttons > 0) follow(event);
        }}
        onKeyDown={(event) => {
          const far = event.shiftKey ? 5 : 1;
          const by = {
            ArrowUp: [-far, 0],
            ArrowDown: [far, 0],
            ArrowLeft: [0, -far],
            ArrowRight: [0, far],
          }[event.key];
          if (!by) return;
          event.preventDefault();
          onMove(row + by[0]!, column + by[1]!);
        }}
      >
        <img class={props.class} src={address} alt="" draggable={false} />
        <svg viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
          <rect
            class={reach ? 'kernel-frame' : 'kernel-frame kernel-frame-out'}
            x={column - reach}
            y={row - reach}
            width={1 + 2 * reach}
            height={1 + 2 * reach}
          />
        </svg>
      </div>
    </div>
  );
}
