import { Component, type ReactNode } from 'react';
import type { PageText } from '../text/text.js';

/** Says so in words when a part of the page throws, in place of a white page. */
export class ErrorBoundary extends Component<
  { readonly text: PageText; readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { crashed } = this.props.text;
    return (
      <main className="page main stack">
        <h1>{crashed.title}</h1>
        <p className="lead">{crashed.text}</p>
        <p>
          <button
            type="button"
            className="button button--primary"
            onClick={() => location.reload()}
          >
            {crashed.reload}
          </button>
        </p>
      </main>
    );
  }
}
