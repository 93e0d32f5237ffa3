import type { ReactNode } from 'react';
import { InfoIcon, WarningIcon } from './icons.js';

/** A box that says something and may offer what to do about it. */
export function Notice({
  kind = 'info',
  announce = false,
  children,
}: {
  readonly kind?: 'info' | 'warning';
  /** Whether a screen reader is told as soon as it appears. */
  readonly announce?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={`notice notice--${kind}`} {...(announce ? { role: 'alert' } : {})}>
      {kind === 'warning' ? (
        <WarningIcon className="notice__icon" />
      ) : (
        <InfoIcon className="notice__icon" />
      )}
      <div className="notice__body">{children}</div>
    </div>
  );
}
