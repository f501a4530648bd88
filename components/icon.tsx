/** The site's sign as an image for home screens. */
export function Icon({ size, isMaskable = false }: { size: number; isMaskable?: boolean }) {
  // A mask may cut off a fifth on each side (https://www.w3.org/TR/appmanifest/#icon-masks).
  const sign = size * (isMaskable ? 0.5 : 0.72);
  return (
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        background: '#1f4b8f',
        borderRadius: isMaskable ? 0 : size * 0.2,
      }}
    >
      <svg viewBox="0 0 24 24" width={sign} height={sign} fill="none" stroke="#ffffff">
        <path d="M5 3h10l5 5v13H5z" strokeWidth="1.75" strokeLinejoin="round" />
        <path d="M8.5 14.5l2.75 2.75 5-6.5" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </div>
  );
}
