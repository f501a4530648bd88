/** Offers a generated text as a file download. */
export function downloadText(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Browsers read the file after the click event.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
