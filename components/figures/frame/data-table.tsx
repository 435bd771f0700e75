// The figure's numbers as a table, for readers who cannot see the picture and for those who want to know exactly.
import { useRef, useState } from 'preact/hooks';

export interface TableData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Said instead of the rows that were left out. */
  readonly more?: string;
}

interface Props {
  readonly label: string;
  readonly caption: string;
  /** Called only when the table is in sight. */
  readonly table: () => TableData;
}

export function DataTable({ label, caption, table }: Props) {
  const [isOpen, setOpen] = useState(false);
  const kept = useRef<TableData | undefined>(undefined);
  if (isOpen || !kept.current) kept.current = table();
  const { columns, rows, more } = kept.current;
  return (
    <details class="figure-data" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      <div class="figure-table" tabIndex={0} role="region" aria-label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>
                {row.map((cell, j) => (j ? <td key={j}>{cell}</td> : <th scope="row">{cell}</th>))}
              </tr>
            ))}
          </tbody>
        </table>
        {more && <p>{more}</p>}
      </div>
    </details>
  );
}
