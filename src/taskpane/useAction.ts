import { useCallback, useEffect, useRef, useState } from "react";

export type ActionState<T> =
  | { state: "idle" }
  | { state: "running"; slow: boolean }
  | { state: "done"; value: T }
  | { state: "failed"; error: unknown };

export interface Action<T, A extends unknown[]> {
  state: ActionState<T>;
  run: (...args: A) => Promise<void>;
  reset: () => void;
}

/** Runs something that asks Excel, and keeps how it goes. A later run replaces an earlier one that has not answered. */
export function useAction<T, A extends unknown[]>(
  act: (options: { onSlow: () => void }, ...args: A) => Promise<T>,
): Action<T, A> {
  const [state, setState] = useState<ActionState<T>>({ state: "idle" });
  const latest = useRef(0);
  const action = useRef(act);
  useEffect(() => {
    action.current = act;
  });
  const run = useCallback(async (...args: A) => {
    const number = ++latest.current;
    const set = (next: ActionState<T>) => {
      if (number === latest.current) setState(next);
    };
    set({ state: "running", slow: false });
    try {
      const value = await action.current({ onSlow: () => set({ state: "running", slow: true }) }, ...args);
      set({ state: "done", value });
    } catch (error) {
      set({ state: "failed", error });
    }
  }, []);
  const reset = useCallback(() => {
    latest.current++;
    setState({ state: "idle" });
  }, []);
  return { state, run, reset };
}

/** An action that is run when the page is shown, and again by `run`; `latest` is the last answer, kept meanwhile. */
export function useReading<T>(
  act: (options: { onSlow: () => void }) => Promise<T>,
): Action<T, []> & { latest: T | null } {
  const [latest, setLatest] = useState<T | null>(null);
  const action = useAction(async (options) => {
    const value = await act(options);
    setLatest(value);
    return value;
  });
  const { run } = action;
  useEffect(() => {
    void run();
  }, [run]);
  return { ...action, latest };
}
