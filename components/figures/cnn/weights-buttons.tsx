// Weights go out and come in as a safetensors file; a button that opens a file.
import { Button } from '../frame/choices.tsx';
import type { CnnTrainerText } from './CnnTrainer.text.ts';
import { packNet, unpackNet, type NetChoice } from './net.ts';

type Net = ReturnType<typeof unpackNet>;

interface WeightsProps {
  readonly text: CnnTrainerText;
  readonly net: Net['net'];
  readonly choice: NetChoice;
  readonly disabled: boolean;
  readonly onLoad: (loaded: Net) => void;
  readonly onNote: (note: string) => void;
}

export function Weights({ text, net, choice, disabled, onLoad, onNote }: WeightsProps) {
  const save = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([packNet(net, choice)]));
    link.download = 'downhill-cnn.safetensors';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  return (
    <>
      <Button onPress={save}>{text.save}</Button>
      <FileButton
        label={text.load}
        accept=".safetensors"
        disabled={disabled}
        onFile={async (file) => {
          try {
            onLoad(unpackNet(new Uint8Array(await file.arrayBuffer())));
            onNote(text.loaded);
          } catch {
            onNote(text.notLoaded);
          }
        }}
      />
    </>
  );
}

interface FileProps {
  readonly label: string;
  readonly accept: string;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => Promise<void>;
}

export function FileButton({ label, accept, disabled, onFile }: FileProps) {
  return (
    <label class="cnn-file">
      <span class="figure-button">{label}</span>
      <input
        type="file"
        accept={accept}
        disabled={disabled}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file) void onFile(file).then(() => (input.value = ''));
        }}
      />
    </label>
  );
}
