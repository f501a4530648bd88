import { onPreviewChange, previewVersion } from '@/lib/preview/client';

/**
 * Tells the live preview in a browser of every change of the content since the version that its page was made of
 * (https://html.spec.whatwg.org/#server-sent-events).
 */
export function GET(request: Request): Response {
  const stream = new ReadableStream<string>({
    start(controller) {
      // A comment: the answer begins now, not with the first change.
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
