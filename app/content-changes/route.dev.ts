import { onPreviewChange, previewVersion } from '@/lib/preview/client';

/**
 * Sends an event to the browser for every change of the content since the version of the page
 * (https://html.spec.whatwg.org/#server-sent-events). For the live preview.
 */
export function GET(request: Request): Response {
  const stream = new ReadableStream<string>({
    start(controller) {
      // A comment, so that the response begins before the first change.
      controller.enqueue(':\n\n');
      const tell = () => {
        controller.enqueue('data: changed\n\n');
      };
      const stop = onPreviewChange(tell);
      if (new URL(request.url).searchParams.get('since') !== String(previewVersion())) tell();
      request.signal.addEventListener('abort', () => {
        stop();
        controller.close();
      });
    },
  });
  return new Response(stream.pipeThrough(new TextEncoderStream()), {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' },
  });
}
