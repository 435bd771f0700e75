"""PyTorch on one CPU thread: the native anchor. Obeys the JSON lines of child.mjs. Eager, channels first."""
import json
import os
import sys
import time

os.environ['OMP_NUM_THREADS'] = os.environ['OPENBLAS_NUM_THREADS'] = '1'
import numpy as np
import torch
import torch.nn.functional as F

torch.set_num_threads(1)
FOLDER = sys.argv[1]


def out(message):
    print('@' + json.dumps(message), flush=True)


def load(work):
    meta = json.load(open(f'{FOLDER}/{work}.json'))
    numbers = np.fromfile(f'{FOLDER}/{work}.bin', np.float32)
    at = lambda t: torch.from_numpy(numbers[t['offset']:t['offset'] + t['length']].reshape(t['shape']).copy())
    return meta, {t['name']: at(t) for t in meta['tensors']}


def dense(P, x, _):
    for i in range(0, len(P), 2):
        x = torch.addmm(P[i + 1], x, P[i])
        if i + 2 < len(P):
            x = F.relu(x)
    return x


def convolutional(P, x, _):
    h = F.max_pool2d(F.relu(F.conv2d(x, P[0], P[1], padding=1)), 2)
    h = F.max_pool2d(F.relu(F.conv2d(h, P[2], P[3], padding=1)), 2)
    return torch.addmm(P[5], h.reshape(h.shape[0], 784), P[4])


class Residual:
    def __init__(self, P):
        self.running = [(torch.zeros(p.shape[0]), torch.ones(p.shape[0])) for p in P]

    def normalised(self, P, h, stride):
        i, self.i = self.i, self.i + 3
        if stride == 2 and P[i].shape[2] == 3:  # 'same' padding puts the odd zero at the far side
            c = F.conv2d(F.pad(h, (0, 1, 0, 1)), P[i], None, 2)
        else:
            c = F.conv2d(h, P[i], None, stride, P[i].shape[2] // 2)
        return F.batch_norm(c, *self.running[i], P[i + 1], P[i + 2], True, 0.1, 1e-5)

    def __call__(self, P, x, meta):
        self.i = 0
        h = F.relu(self.normalised(P, x, 1))
        for b in meta['blocks']:
            body = self.normalised(P, F.relu(self.normalised(P, h, b['stride'])), 1)
            h = F.relu(body + (h if b['inChannels'] == b['outChannels'] else self.normalised(P, h, b['stride'])))
        return torch.addmm(P[self.i + 1], h.mean((2, 3)), P[self.i])


class Model:
    def __init__(self, work):
        meta, tensors = load(work)
        kind, self.result, self.loss = meta['kind'], None, None
        if kind == 'product':
            a, b = tensors['a'], tensors['b']
            c = torch.mm(a, b)
            self.step = lambda: torch.mm(a, b, out=c)
            self.sync = lambda: 0.0
            self.result = lambda: c[0, 1].item()
            return
        P = []
        for t in meta['tensors']:
            if not t['name'].startswith('p:'):
                continue
            p = tensors[t['name']]
            if p.dim() == 4:
                p = p.permute(3, 2, 0, 1)
            elif kind == 'convolutional' and t['name'] == 'p:dense':
                p = p.reshape(7, 7, 16, 10).permute(2, 0, 1, 3).reshape(784, 10)
            P.append(p.contiguous().requires_grad_(not meta.get('inference')))
        x = tensors['x']
        if x.dim() == 4:
            x = x.permute(0, 3, 1, 2).contiguous()
        forward = Residual(P) if kind == 'residual' else {'dense': dense, 'convolutional': convolutional}[kind]
        if meta.get('inference'):
            def infer():
                with torch.no_grad():
                    return forward(P, x, meta)[0, 0].item()
            self.step, self.sync, self.result = infer, lambda: 0.0, infer
            return
        y = torch.tensor(meta['labels']).long()
        optimiser = torch.optim.SGD(P, lr=meta['learningRate'])

        def step():
            optimiser.zero_grad(set_to_none=True)
            self.loss = F.cross_entropy(forward(P, x, meta), y)
            self.loss.backward()
            optimiser.step()
        self.step, self.sync = step, lambda: self.loss.item()


models = {}
out({'name': 'PyTorch', 'version': torch.__version__ + ', one thread'})
for line in sys.stdin:
    m = json.loads(line)
    work = m.get('work')
    try:
        if m['command'] == 'quit':
            break
        if m['command'] == 'supports':
            out({'ok': True})
        elif m['command'] == 'drop':
            models.pop(work, None)
            out({'ok': True})
        elif m['command'] == 'check':
            model, losses = Model(work), []
            if model.result:
                losses.append(model.result())
            else:
                for _ in range(4):
                    model.step()
                    losses.append(model.sync())
            out({'losses': losses})
        elif m['command'] == 'run':
            if work not in models:
                models[work] = Model(work)
            model, t = models[work], time.thread_time()
            for _ in range(m['steps']):
                model.step()
            model.sync()
            out({'ms': (time.thread_time() - t) * 1e3})
    except Exception as e:
        out({'error': repr(e)[:300]})
