const turns = { right: 0, down: 90 };

/** A small arrow head beside something that leads on or unfolds. */
export function Chevron({ to }: { to: keyof typeof turns }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden style={{ flexShrink: 0 }}>
      <path
        d="M4 2l4 4-4 4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.2"
        transform={`rotate(${turns[to]} 6 6)`}
      />
    </svg>
  );
}
