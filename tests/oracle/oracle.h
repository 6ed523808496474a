#pragma once

// A second, slow evaluator of NetworkPolicy v1, written straight from the Kubernetes documentation
// and types.go, one pair at a time. Tests compare core's evaluator with it. It shares no code with
// core on purpose: keep it so, and prefer the plain way over the fast one.

#include "oracle_eval.h"
#include "oracle_list.h"
#include "oracle_model.h"
#include "oracle_read.h"
#include "oracle_ways.h"
