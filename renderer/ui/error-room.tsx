import { Component, type ErrorInfo, type ReactNode } from "react";

type Props = { readonly children: ReactNode; readonly fallback: (again: () => void) => ReactNode };

/** Keeps one broken page from taking the desk with it. */
export class ErrorRoom extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // The stack names components only; what was on them stays off the console.
    console.error(error.name, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return this.props.fallback(() => this.setState({ isBroken: false }));
  }
}
