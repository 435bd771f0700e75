// Gives the site its client directive: `client:approach`.
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

export function islands(): AstroIntegration {
  return {
    name: 'downhill-islands',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) => {
        addClientDirective({
          name: 'approach',
          entrypoint: fileURLToPath(new URL('approach.ts', import.meta.url)),
        });
      },
    },
  };
}
