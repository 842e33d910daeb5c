# shellcheck shell=sh
# Three experiments of a small network, one of each kind of work: replications alone, replications of scenarios that need
# each other's, and worlds, whose search decides by what it has found. To be read by the tests of the cluster.
#
#   write_scenarios SOURCES          in the current folder
#   arguments_of run|compare|worlds  one word each

write_scenarios() {
    cat >mundos.yaml <<YAML
aforo: 1
name: mundos
extends: '$1/tests/model/small.yaml'
demand: {growth: {value: 1.1, range: [1, 1.2]}, arrivals: {value: 3000, range: [1500, 6000]}}
plan: {attention: {production: 2900}}
calibration:
  free: [demand.arrivals]
  targets: {attended: {measure: attended_persons, figure: plan.attention.production, tolerance: 40}}
YAML
    cat >mas.yaml <<YAML
aforo: 1
name: mas
extends: mundos.yaml
advisory: {advisors: 15, budget: 560000 M\$}
YAML
}

arguments_of() {
    case $1 in
    run) echo run mundos.yaml --replications 40 ;;
    compare) echo compare mundos.yaml mas.yaml --replications 24 ;;
    worlds) echo compare mundos.yaml mas.yaml --replications 8 --worlds 4 ;;
    esac
}

# result FOLDER: the file that holds every figure, of the latest results in it.
result() {
    for file in "$1"/*/*/results.json; do
        latest=$file
    done
    cat "$latest"
}
