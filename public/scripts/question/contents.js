// Highlights the current section in the table of contents.
const links = [...document.querySelectorAll('.toc a')];
const headings = links.map((link) => document.getElementById((link.getAttribute('href') ?? '').slice(1)));

/** Position as a share of the screen height. The current section is that of the last heading above it. */
const line = 0.3;

const observer = new IntersectionObserver(
  () => {
    const current = headings.findLastIndex(
      (heading) => heading && heading.getBoundingClientRect().top <= innerHeight * line,
    );
    links.forEach((link, index) => {
      if (index === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    });
  },
  { rootMargin: `0px 0px ${(line - 1) * 100}% 0px` },
);
for (const heading of headings) if (heading) observer.observe(heading);

export {};
