// The trained templates of the perceptron's figure, fetched when a reader comes to it.
import type { APIRoute } from 'astro';
import { firstRun } from '../../../components/figures/perceptron/digit-templates-first.ts';

export const GET: APIRoute = () => Response.json(firstRun);
