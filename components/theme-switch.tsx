/** Hidden without JavaScript; then the system's theme applies. */
export function ThemeSwitch() {
  return (
    <button
      type="button"
      data-theme-switch=""
      aria-pressed="false"
      aria-label="Dark theme"
      className="nav-link needs-script"
    >
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="currentColor">
        <path d="M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18v-2a7 7 0 0 0 0-14z" />
      </svg>
    </button>
  );
}
