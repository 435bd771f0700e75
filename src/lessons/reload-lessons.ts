// For the author's server: a change in the engine, the notebook, a component or a data file rebuilds the lessons.
import type { Plugin } from 'vite';

/**
 * Vite knows what a page imports; cells are run by Node, so their sources are watched here. A figure that has not come
 * to life is drawn by the server alone: the page is loaded again to show its change.
 */
export function reloadLessons(): Plugin {
  return {
    name: 'downhill:reload-lessons',
    apply: 'serve',
    configureServer(server) {
      const sources =
        /[\\/](src[\\/](engine|notebook|lessons|exercises)|components|public[\\/]data)[\\/](?!.*\.css$)/;
      server.watcher.on('all', (event, path) => {
        if (!sources.test(path) || event === 'addDir' || event === 'unlinkDir') return;
        for (const environment of Object.values(server.environments)) {
          for (const [file, modules] of environment.moduleGraph.fileToModulesMap) {
            if (!file.endsWith('.mdx')) continue;
            for (const module of modules) environment.moduleGraph.invalidateModule(module);
          }
        }
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
