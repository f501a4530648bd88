declare module '@citation-js/core' {
  /** A work as citeproc's JSON has it (https://docs.citationstyles.org/en/stable/specification.html). */
  export interface ParsedWork {
    id: string;
    type: string;
    title: string;
    author: { family?: string; given?: string; suffix?: string; literal?: string }[];
    issued: { 'date-parts': number[][] };
    publisher?: string;
    URL: string;
  }

  export const plugins: {
    input: {
      /** Reads works in every format that a plugin was loaded for. @throws Error for what has none of them */
      chain: (text: string, options: { generateGraph: false }) => ParsedWork[];
    };
  };
}

declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
