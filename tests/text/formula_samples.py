"""Formulas as abstracts have them, of every kind that is hard to set: for tests, and for looking at."""

from __future__ import annotations

from typing import Final

INLINE: Final = (
    r"X_1,\dots,X_n", r"\mathbb{E}|X_1|^p<\infty", r"\sup_{x\in\mathbb{R}}|F_n(x)-\Phi(x)|\le Cn^{-1/2}",
    r"O(n\log n)", r"f\colon A\to B", r"\sqrt{2\pi\sigma^2}", r"\frac{a}{b}+\tfrac{1}{2}", r"L^p(\Omega)",
    r"\hat\theta_n", r"\widehat{f*g}", r"\bar{x}\pm\tilde{y}", r"\mathcal{L}(\theta;\mathcal{D})",
    r"\mathfrak{g}\cong\mathfrak{sl}_2(\mathbb{C})", r"\mathbf{x}^\top\boldsymbol{\Sigma}^{-1}\mathbf{x}",
    r"\|u\|_{H^1_0(\Omega)}", r"\lVert Ax-b\rVert_2^2", r"\{x\in X : f(x)\not=0\}", r"A\xrightarrow{f}B",
    r"0<\varepsilon\ll 1", r"\nabla\cdot u=0", r"\partial_t u-\Delta u=f", r"p\equiv 3\pmod{4}",
    r"\operatorname{rank}(A)\le\min\{m,n\}", r"\operatorname*{arg\,max}_{\theta}\ell(\theta)", r"G/H\simeq S^2",
    r"\mathbb{Z}/p\mathbb{Z}", r"2^{2^n}+1", r"a_{i_1}b^{j_2}", r"f''(x)+g'(x)", r"\alpha,\beta,\gamma\in\Gamma",
    r"x\mapsto e^{-x^2/2}", r"\langle u,v\rangle", r"\lfloor x\rfloor\le\lceil y\rceil", r"H_*(X;\mathbb{Q})",
    r"\hbar\omega\approx 10^{-3}\,\text{eV}", r"\Pr[X>t]\leq e^{-t}",
)  # fmt: skip
"""Formulas for a line."""

DISPLAYED: Final = (
    r"\sum_{i=1}^n \frac{x_i^2}{\sigma_i}=\int_0^\infty e^{-t}\,dt+\left(\frac{1}{2}\right)^{k}",
    r"f(x)=\begin{cases} x^2 & \text{if } x\ge 0,\\ 0 & \text{otherwise,}\end{cases}",
    r"A=\begin{pmatrix} a & b\\ c & d\end{pmatrix},\qquad \det A=\begin{vmatrix} a & b\\ c & d\end{vmatrix}=ad-bc",
    r"\begin{aligned} \dot{x}&=\sigma(y-x),\\ \dot{y}&=x(\rho-z)-y,\\ \dot{z}&=xy-\beta z\end{aligned}",
    r"\lim_{n\to\infty}\left(1+\frac{x}{n}\right)^n=e^x",
    r"\prod_{p\text{ prime}}\frac{1}{1-p^{-s}}=\zeta(s)",
    r"\binom{n}{k}=\frac{n!}{k!\,(n-k)!}",
    r"\oint_{\partial\Omega}\mathbf{F}\cdot d\mathbf{S}=\iiint_\Omega\nabla\cdot\mathbf{F}\,dV",
    r"\sqrt[3]{1+\sqrt{1+\frac{1}{1+x}}}",
    r"\bigcup_{n\in\mathbb{N}}\bigcap_{k\ge n}A_k\subseteq\bigoplus_{i=1}^m V_i\otimes W_i",
    r"\min_{x\in\mathbb{R}^d}\ \frac{1}{2}\|Ax-b\|^2+\lambda\|x\|_1\quad\text{s.t. } x\ge 0",
    r"\widehat{\mathbb{E}}[X]=\frac{1}{N}\sum_{\substack{i\le N\\ i\ne j}}X_i",
    r"\underbrace{x+\cdots+x}_{n\text{ times}}=nx,\quad\overbrace{a+b}^{c}",
    r"\mathcal{F}[f](\xi)=\int_{-\infty}^{\infty}f(x)e^{-2\pi i x\xi}\,dx",
    r"i\hbar\frac{\partial}{\partial t}\Psi(\mathbf{r},t)=\hat{H}\Psi(\mathbf{r},t)",
    r"\left\lVert\sum_{k=0}^\infty a_k\right\rVert\le\sum_{k=0}^\infty\lVert a_k\rVert",
    r"\left[\begin{array}{cc} 1 & 0\\ 0 & 1\end{array}\right]^{-1}\mathbf{v}=\overline{\mathbf{w}}",
    r"x=\cfrac{1}{a_0+\cfrac{1}{a_1+\cfrac{1}{a_2}}}",
    r"P\left(\bigg|\frac{S_n}{n}-\mu\bigg|>\varepsilon\right)\xrightarrow[n\to\infty]{}0",
    r"A\overset{\text{def}}{=}B,\quad X\stackrel{d}{\to}Y,\quad\underset{x}{\mathrm{sup}}\,f",
    r"\left\{\,x \;\middle|\; \frac{x}{2}\in\mathbb{Z}\,\right\}\implies x\in 2\mathbb{Z}",
    r"\vec{v}\times\overrightarrow{AB}+\ddot{q}+\check{c}+\breve{b}+\mathring{a}+\acute{e}+\grave{o}",
    r"\mathscr{L}=\bar\psi(i\gamma^\mu D_\mu-m)\psi-\tfrac14F_{\mu\nu}F^{\mu\nu}",
    r"\begin{bmatrix} a_{11} & \cdots & a_{1n}\\ \vdots & \ddots & \vdots\\ a_{m1} & \cdots & a_{mn}\end{bmatrix}",
)  # fmt: skip
"""Formulas that stand by themselves."""
