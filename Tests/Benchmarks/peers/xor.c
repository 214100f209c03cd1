/* The peer of `xor update`: exclusive or with 2-2-1 sigmoid units and biases, half the squared error, one sample an update,
   written as plain loops. Prints its name, the nanoseconds an update takes, and the unit, separated by tabs; the value is the
   fastest of several rounds. */

#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdio.h>
#include <time.h>

enum { INPUTS = 2, HIDDEN = 2, UPDATES = 1000000, ROUNDS = 9 };

static const double inputs[4][INPUTS] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
static const double targets[4] = {0, 1, 1, 0};

static double w1[INPUTS][HIDDEN] = {{0.5, -0.4}, {0.3, 0.6}}, b1[HIDDEN] = {0.1, -0.1};
static double w2[HIDDEN] = {0.7, -0.5}, b2 = 0.2;
static double loss;

static double sigmoid(double z) { return 1 / (1 + exp(-z)); }

static void update(const double *x, double target)
{
    const double rate = 0.5;
    double h[HIDDEN], delta_h[HIDDEN];
    for (int j = 0; j < HIDDEN; j++) {
        double z = 0;
        for (int i = 0; i < INPUTS; i++)
            z += w1[i][j] * x[i];
        h[j] = sigmoid(z + b1[j]);
    }

    double z = 0;
    for (int j = 0; j < HIDDEN; j++)
        z += w2[j] * h[j];
    double o = sigmoid(z + b2);
    loss = 0.5 * (target - o) * (target - o);

    double delta_o = -(target - o) * o * (1 - o);
    for (int j = 0; j < HIDDEN; j++)
        delta_h[j] = delta_o * w2[j] * h[j] * (1 - h[j]);
    for (int j = 0; j < HIDDEN; j++)
        w2[j] -= rate * delta_o * h[j];
    b2 -= rate * delta_o;
    for (int j = 0; j < HIDDEN; j++) {
        for (int i = 0; i < INPUTS; i++)
            w1[i][j] -= rate * delta_h[j] * x[i];
        b1[j] -= rate * delta_h[j];
    }
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + 1e-9 * time.tv_nsec;
}

int main(int count, char **arguments)
{
    double fastest = INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
        double start = now();
        for (int sample = 0; sample < UPDATES; sample++)
            update(inputs[sample % 4], targets[sample % 4]);
        double time = now() - start;
        if (time < fastest)
            fastest = time;
    }

    printf("xor update, C loop, %s\t%.2f\tns\n", count > 1 ? arguments[1] : "gcc", 1e9 * fastest / UPDATES);

    /* Nobody can say that the arithmetic was left out. */
    fprintf(stderr, "# last loss %.6g\n", loss);
    return 0;
}
