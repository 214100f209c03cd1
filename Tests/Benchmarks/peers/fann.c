/* XOR 2-2-1, sigmoid, incremental training, by FANN: nanoseconds an update. Built against libdoublefann. */
#include <doublefann.h>
#include <stdio.h>
#include <time.h>

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + now.tv_nsec * 1e-9;
}

int main(void)
{
    fann_type inputs[4][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    fann_type targets[4][1] = {{0}, {1}, {1}, {0}};
    struct fann *net = fann_create_standard(3, 2, 2, 1);
    fann_set_activation_function_hidden(net, FANN_SIGMOID);
    fann_set_activation_function_output(net, FANN_SIGMOID);
    fann_set_activation_steepness_hidden(net, 0.5);
    fann_set_activation_steepness_output(net, 0.5);
    fann_set_training_algorithm(net, FANN_TRAIN_INCREMENTAL);
    fann_set_learning_rate(net, 0.5f);
    const int updates = 2000000;
    double best = 1e9;
    for (int run = 0; run < 5; run++) {
        double start = seconds();
        for (int update = 0; update < updates; update++)
            fann_train(net, inputs[update & 3], targets[update & 3]);
        double spent = seconds() - start;
        if (spent < best)
            best = spent;
    }
    printf("xor update, FANN\t%.1f\tns\n", best / updates * 1e9);
    fann_destroy(net);
    return 0;
}
