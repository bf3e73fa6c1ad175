import { lazy, Suspense } from "react";

const View = lazy(() => import("./ProblemNoteView"));

/** An error, with what it takes to show it loaded when there is one. */
export function ProblemNote(props: { error: unknown; onRetry?: () => void }) {
  return (
    <Suspense fallback={null}>
      <View {...props} />
    </Suspense>
  );
}
