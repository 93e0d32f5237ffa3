import type { ReactNode, SVGProps } from 'react';

/** A drawing that says nothing on its own: the words stand beside it. */
function Drawing({
  children,
  ...props
}: { readonly children: ReactNode } & SVGProps<SVGSVGElement>) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      {...props}
    >
      {children}
    </svg>
  );
}

/** The mark of the product: a line that comes to rest. */
export function Mark() {
  return (
    <Drawing>
      <circle cx="12" cy="12" r="10" />
      <path d="M6.5 13.5c1.6-4.6 3-4.6 4.4-1.4s2.6 2.6 3.6.9 1.8-1.5 3-1.5" />
    </Drawing>
  );
}

/** Done, or good. */
export function CheckIcon({ className }: { readonly className?: string }) {
  return (
    <Drawing className={className}>
      <circle cx="12" cy="12" r="10" />
      <path d="m7.5 12.5 3 3 6-6.5" />
    </Drawing>
  );
}

/** Something to read. */
export function InfoIcon({ className }: { readonly className?: string }) {
  return (
    <Drawing className={className}>
      <circle cx="12" cy="12" r="10" />
      <path d="M12 11v5.5M12 7.5v.01" />
    </Drawing>
  );
}

/** Something to do. */
export function WarningIcon({ className }: { readonly className?: string }) {
  return (
    <Drawing className={className}>
      <path d="M12 3.5 2.5 20h19z" />
      <path d="M12 10v4.5M12 17.2v.01" />
    </Drawing>
  );
}

/** Not known yet. */
export function PendingIcon({ className }: { readonly className?: string }) {
  return (
    <Drawing className={className}>
      <circle cx="12" cy="12" r="10" strokeDasharray="2.5 3.5" />
    </Drawing>
  );
}

/** Play. */
export function PlayIcon({ className }: { readonly className?: string }) {
  return (
    <Drawing className={className}>
      <path d="M8 5.5v13l10.5-6.5z" fill="currentColor" />
    </Drawing>
  );
}

/** A video to come in. */
export function ImportIcon({ className }: { readonly className?: string }) {
  return (
    <Drawing className={className}>
      <path d="M12 3v11m-4-4 4 4 4-4" />
      <path d="M4 15v4a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-4" />
    </Drawing>
  );
}
