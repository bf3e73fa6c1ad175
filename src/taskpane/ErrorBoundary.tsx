import { Component, type ReactNode } from "react";
import { ProblemNote } from "./components/ProblemNote";

/** Catches what a page throws while it is drawn; the rest of the pane stays usable. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    return error === null ? (
      this.props.children
    ) : (
      <ProblemNote error={error} onRetry={() => this.setState({ error: null })} />
    );
  }
}
